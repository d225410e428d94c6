import { Section } from '#interface';

export function DeclarerLaMeteo() {
  return (
    <Section titre="Déclarer la météo" id="meteo">
      <p>
        Sur la page d’une réforme, choisissez votre territoire, ouvrez « Déclarer la météo », prenez une des quatre, et
        dites pourquoi en une phrase. C’est un engagement : elle est datée, signée, et reste dans l’historique.
      </p>
      <ul>
        <li>
          <strong>Soleil</strong> : tout va bien.
        </li>
        <li>
          <strong>Partiellement nuageux</strong> : obstacle modéré.
        </li>
        <li>
          <strong>Nuageux</strong> : obstacle important.
        </li>
        <li>
          <strong>Orage</strong> : réforme bloquée.
        </li>
      </ul>
      <p>
        La météo ne corrige pas l’indicateur, ni lui la météo : quand ils disent le contraire l’un de l’autre, la page
        le dit en une phrase. Elle dit aussi ce que valaient les météos passées, à partir de cinq : combien de celles
        qui rassuraient, il y a plus de trois mois, ont été suivies d’un retrait de plus de 10 points ou d’une
        dégradation.
      </p>
    </Section>
  );
}

export function EcrireUneAnalyse() {
  return (
    <Section titre="Écrire une analyse" id="analyse">
      <p>
        L’analyse a quatre champs : synthèse des résultats, contexte local, difficultés rencontrées, exemples de
        réussite. Un seul suffit. Elle s’écrit là où elle se lit, par « Mettre à jour l’analyse ».
      </p>
      <p>
        Chaque enregistrement est une version, datée et signée ; les précédentes restent sous la dernière. Si quelqu’un
        en a enregistré une pendant que vous écriviez, Jalon vous la montre et garde votre texte : comparez, puis
        enregistrez de nouveau.
      </p>
      <p>
        Un préfet écrit l’analyse de son territoire, un service déconcentré celle des réformes de son champ, l’équipe de
        la réforme celle du pays. Personne ne lit celle d’un territoire qui ne lui est pas ouvert.
      </p>
    </Section>
  );
}
