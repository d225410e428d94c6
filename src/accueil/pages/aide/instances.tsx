import { Section } from '#interface';

export function TenirUneInstance() {
  return (
    <Section titre="Tenir une instance" id="instances">
      <p>
        Une instance est un comité : un secrétariat qui prépare, une présidence qui valide, des membres, et les plans et
        réformes qu’elle suit. Ses membres lisent ses ordres du jour et ses relevés. Un membre peut être un service, une
        personne qui a un compte, ou une personne sans compte : son nom et sa fonction, son adresse si elle est connue ;
        ses données se téléchargent et s’effacent depuis la page « Modifier » de l’instance.
      </p>
      <ul>
        <li>
          <strong>L’ordre du jour</strong> se rédige seul, de ce qui est en retard, bloqué, reporté, silencieux,
          divergent, non tranché la dernière fois, et des reports que les pilotes demandent. Chaque point dit pourquoi
          il est là ; vous en ajoutez, en retirez et les rangez. Le dossier de séance se télécharge en Word,
          OpenDocument ou PDF.
        </li>
        <li>
          <strong>La convocation</strong> part par courriel aux membres qui ont une adresse ; la page nomme ceux qu’il
          faut prévenir autrement. L’invitation pour l’agenda y est jointe. Une fois convoqués, ils apprennent de même
          un changement de jour ou une annulation, et leur agenda suit.
        </li>
        <li>
          <strong>En séance</strong>, présences, notes et décisions se prennent point par point ; Ctrl+Entrée
          enregistre. Si la connexion se coupe, ce qui est écrit est gardé par le navigateur et part dès qu’elle
          revient.
        </li>
        <li>
          <strong>Une décision</strong> change le plan aussitôt : un report accepté reporte l’échéance et répond à qui
          l’a demandé, un report refusé le dit avec sa raison, une clôture termine l’action, une action nouvelle est
          créée. Le plan la refuse si vous n’y avez pas le droit, ou si la présidence ne le lit pas : elle n’est alors
          pas prise.
        </li>
        <li>
          <strong>Le relevé</strong> est validé par la présidence : numéroté, figé, son empreinte au journal, les
          membres prévenus. Il ne se corrige plus que par un rectificatif.
        </li>
        <li>
          <strong>Le suivi des décisions</strong> dit lesquelles sont appliquées, en retard, ou sans suite un mois
          après. Le service responsable, membre ou non, est prévenu quand le relevé est validé : il retrouve la décision
          dans « Mes actions », la lit, elle seule, et y dit la suite donnée. Quand elle s’adresse à tout un réseau,
          chaque service répond pour lui ; c’est l’instance qui la dit appliquée.
        </li>
      </ul>
    </Section>
  );
}
