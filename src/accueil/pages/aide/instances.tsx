import { Section } from '#interface';

export function TenirUneInstance() {
  return (
    <Section titre="Tenir une instance" id="instances">
      <p>
        Une instance est un comité : un secrétariat qui prépare, une présidence qui valide, des membres, et les plans et
        réformes qu’elle suit. Ses membres lisent ses ordres du jour et ses relevés.
      </p>
      <ul>
        <li>
          <strong>L’ordre du jour</strong> se rédige seul, de ce qui est en retard, bloqué, reporté, silencieux,
          divergent ou non tranché la dernière fois. Chaque point dit pourquoi il est là ; vous en ajoutez, en retirez
          et les rangez. Le dossier de séance se télécharge en Word, OpenDocument ou PDF.
        </li>
        <li>
          <strong>En séance</strong>, présences, notes et décisions se prennent point par point ; Ctrl+Entrée
          enregistre. Si la connexion se coupe, ce qui est écrit est gardé par le navigateur et part dès qu’elle
          revient.
        </li>
        <li>
          <strong>Une décision</strong> change le plan aussitôt : un report accepté reporte l’échéance, une clôture
          termine l’action, une action nouvelle est créée. Le plan la refuse si vous n’y avez pas le droit, et elle
          n’est alors pas prise.
        </li>
        <li>
          <strong>Le relevé</strong> est validé par la présidence : numéroté, figé, son empreinte au journal, les
          membres prévenus. Il ne se corrige plus que par un rectificatif.
        </li>
        <li>
          <strong>Le suivi des décisions</strong> dit lesquelles sont appliquées, en retard ou sans suite.
        </li>
      </ul>
    </Section>
  );
}
