import { Section } from '#interface';

export function LireUnPlan() {
  return (
    <Section titre="Lire un plan" id="lire">
      <p>
        Le haut de la page raconte le plan en une phrase : combien d’actions, combien terminées, en retard,
        silencieuses, et la prochaine échéance. Chaque mot souligné filtre la liste : un clic sur « 3 en retard », et il
        ne reste que ces trois-là.
      </p>
      <ul>
        <li>
          <strong>Actions</strong> : la liste, qui se filtre, se trie et s’exporte. Tout est dans l’adresse de la page :
          copiez-la pour montrer à un collègue ce que vous voyez. Il n’y verra que ce que son profil lui permet.
        </li>
        <li>
          <strong>Frise</strong> : chaque échéance dessinée du premier au dernier jour de ce qu’elle veut dire, avec un
          tableau pour qui préfère le texte.
        </li>
        <li>
          <strong>Engagements</strong> : ce que sont devenues les promesses, tenues, reportées une ou plusieurs fois,
          ajoutées en chemin, sans nouvelle ; et les jours de glissement de chacune.
        </li>
        <li>
          <strong>Ce qui a changé</strong> : la page à lire avant un comité. Entre deux jours, ce qui a été terminé,
          bloqué, reporté, dépassé, et la dernière note ; elle s’exporte.
        </li>
        <li>
          <strong>Comités</strong> : les instances qui suivent le plan, leur prochaine réunion et leur dernier relevé.
        </li>
        <li>
          <strong>Axes</strong> : l’arbre du plan. On y ajoute des axes et on y change l’ordre, à la main.
        </li>
        <li>
          <strong>Pilotes</strong> : les services nommés, et les noms à rattacher à l’annuaire.
        </li>
        <li>
          <strong>Fichiers</strong> : les documents importés, gardés tels quels.
        </li>
        <li>
          <strong>Historique</strong> : qui a fait quoi, et quand.
        </li>
      </ul>
      <p>
        <strong>Revenir à un jour passé.</strong> Le filtre « Situation au » montre le plan tel qu’il était ce jour-là :
        ce qui était promis, déclaré et connu alors. C’est la même page, avec les mêmes calculs.
      </p>
      <p>
        <strong>Rechercher.</strong> La recherche, en haut de chaque page, porte sur les plans que vous pouvez lire et
        sur les notes de leurs actions. Les accents, les pluriels et les majuscules ne comptent pas.
      </p>
    </Section>
  );
}
