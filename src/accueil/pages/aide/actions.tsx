import { Section } from '#interface';

export function Reporter() {
  return (
    <Section titre="Reporter une échéance" id="reporter">
      <p>
        Une échéance ne se corrige pas : elle se reporte. Sur la page de l’action, ouvrez « Reporter ou ajouter une
        échéance », choisissez celle qui change, écrivez la nouvelle comme vous la diriez, et donnez le motif.
      </p>
      <p>
        Le motif est obligatoire. L’engagement initial, chaque report avec sa raison, leur nombre et les jours de
        glissement restent visibles. C’est ce qui permet à un comité de comprendre, plutôt que de découvrir.
      </p>
      <p>
        Un plan peut vouloir que son équipe valide les reports : le pilote en demande un, l’échéance reste ce qu’elle
        est jusqu’à la réponse, et un refus dit sa raison.
      </p>
      <p>Une action peut avoir plusieurs échéances : on les ajoute une à une, et chacune se reporte séparément.</p>
    </Section>
  );
}

export function DonnerDesNouvelles() {
  return (
    <Section titre="Donner des nouvelles" id="nouvelles">
      <p>
        « Mes actions » montre celles que votre service pilote, les plus pressantes d’abord. Sous chacune, « Donner des
        nouvelles » tient en trois champs, dont un seul suffit, et la liste reste sous vos yeux. Ctrl+Entrée enregistre.
      </p>
      <ul>
        <li>
          <strong>Statut</strong> : à lancer, en cours, bloquée, terminée ou abandonnée. C’est vous qui le déclarez.
        </li>
        <li>
          <strong>Taux de réalisation</strong> : de 0 à 100. Laissé vide, il garde sa valeur précédente ; s’il n’a
          jamais été donné, l’action est « non mesurée », jamais à zéro.
        </li>
        <li>
          <strong>Note</strong> : ce qui a été fait, ce qui manque, la prochaine étape.
        </li>
      </ul>
      <p>
        Chaque note est datée et signée. Elle s’ajoute aux précédentes ; personne ne peut la réécrire, vous non plus.
        Vous vous êtes trompé ? « Corriger » écrit une note qui prend sa place ; l’ancienne reste lisible, barrée.
      </p>
      <p>
        Une action <strong>bloquée</strong> dit ce qui bloque et ce qui lèverait l’obstacle. Une action{' '}
        <strong>terminée</strong> montre une pièce (fichier ou lien), ou dit pourquoi il n’y en a pas.
      </p>
      <p>
        Quelqu’un a écrit pendant que vous écriviez ? Jalon montre d’abord ce qu’il a dit, garde votre saisie, et vous
        laisse l’enregistrer ensuite.
      </p>
      <p>
        Un pilote n’a pas de compte ? Le responsable du plan lui donne un lien personnel, depuis l’onglet « Pilotes ».
        Ce lien n’ouvre que ses actions, jusqu’au jour choisi, et se révoque à tout moment. Ce qu’il écrit est signé de
        son nom, suivi de « pilote sans compte ».
      </p>
      <p>
        Une action se joue département par département ? L’équipe du plan la décline par territoire, depuis la page de
        l’action. Chacun y dit où il en est chez lui, fichiers à l’appui ; le plan voit l’ensemble, avec le nombre de
        territoires qui ont répondu, une carte et un tableau. Les fichiers d’un territoire ne s’ouvrent qu’à qui lit ce
        territoire. Un territoire muet n’est jamais compté pour zéro.
      </p>
      <p>Une action qui n’est plus utile se retire avec un motif : elle quitte la liste, son histoire reste.</p>
    </Section>
  );
}
