import { Page, Section } from '#interface';
import './aide/aide.css';

export const meta = () => [{ title: 'Accessibilité - Jalon' }];

/**
 * The statement that article 47 of the law of 11 February 2005 asks for. Without an audit in force the state can only be
 * « non conforme » (RGAA, « Obligations d’accessibilité », § 4): it says so until one has been made.
 */
export default function Accessibilite() {
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Déclaration d’accessibilité"
      phrase="Jalon veut être utilisable par tous les agents. Voici où il en est, sans détour."
    >
      <div className="jalon-aide">
        <Section titre="État de conformité">
          <p>
            L’article 47 de la loi n° 2005-102 du 11 février 2005 demande aux services publics de dire où en sont leurs
            sites. Jalon est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité
            (RGAA), version 4.1. La raison est simple : aucun audit n’a encore été mené, et sans audit en cours de
            validité la conformité ne peut pas être affirmée.
          </p>
        </Section>
        <Section titre="Ce qui est fait">
          <ul>
            <li>
              Les pages sont contrôlées par un outil automatique (axe) dans les essais du logiciel. Un tel outil ne voit
              qu’une partie des défauts : il ne remplace pas un audit.
            </li>
            <li>La lecture et tous les formulaires fonctionnent sans JavaScript.</li>
            <li>
              Les pages sont conçues pour le clavier : liens d’évitement, ordre logique, zones qui défilent
              atteignables.
            </li>
            <li>La frise et les courbes sont accompagnées d’un tableau qui dit la même chose.</li>
            <li>Un état n’est jamais dit par la couleur seule : il a un mot et une icône.</li>
            <li>La largeur de 320 pixels suffit, sans perte.</li>
          </ul>
        </Section>
        <Section titre="Ce qui n’est pas accessible">
          <p>
            Faute d’audit, la liste n’est pas connue. Les fichiers importés et exportés (Word, Excel, PDF) n’ont pas été
            vérifiés ; ceux que les services déposent restent tels qu’ils ont été faits.
          </p>
        </Section>
        <Section titre="Établissement de cette déclaration">
          <p>
            Elle a été établie le 22 novembre 2026. Technologies employées : HTML, CSS, SVG, JavaScript (facultatif).
          </p>
        </Section>
        <Section titre="Signaler un défaut, demander une autre forme">
          <p>
            Si une page vous arrête, écrivez au service qui met Jalon à votre disposition : il vous donnera
            l’information sous une autre forme et corrigera le défaut.
          </p>
        </Section>
        <Section titre="Voies de recours">
          <p>
            Vous avez signalé un défaut qui vous empêche d’accéder à un contenu et vous n’avez pas reçu de réponse
            satisfaisante ? Vous pouvez saisir le Défenseur des droits :
          </p>
          <ul>
            <li>
              par son <a href="https://formulaire.defenseurdesdroits.fr/">formulaire en ligne</a> ;
            </li>
            <li>
              auprès de son <a href="https://www.defenseurdesdroits.fr/saisir/delegues">délégué dans votre région</a> ;
            </li>
            <li>
              par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
            </li>
          </ul>
        </Section>
      </div>
    </Page>
  );
}
