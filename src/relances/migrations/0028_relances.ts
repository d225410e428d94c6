import { type Migration, sql } from 'kysely';

/**
 * A territory is reminded of the actions declined there as a service is of those it carries, and a person may switch that
 * off. A mail may carry an invitation, which calendars read: it lives and goes with the mail.
 */
export const migration: Migration = {
  async up(base) {
    await sql`alter table relance
      add column declinaison_id uuid references declinaison (id),
      add constraint relance_declinaison check (declinaison_id is null or action_id is not null)`.execute(base);
    await sql`comment on column relance.declinaison_id is
      'The action as it is declined in the territory of whoever was reminded; null: the action itself'`.execute(base);
    await sql`alter table courrier_coupe drop constraint courrier_coupe_genre_check`.execute(base);
    await sql`alter table courrier_coupe add constraint courrier_coupe_genre check
      (genre in ('avant', 'apres', 'silence', 'comite', 'remontee', 'semaine', 'territoire'))`.execute(base);
    await sql`alter table courriel
      add column invitation text,
      add column invitation_methode text,
      add constraint courriel_invitation_methode check (invitation_methode in ('REQUEST', 'CANCEL')),
      add constraint courriel_invitation check ((invitation is null) = (invitation_methode is null))`.execute(base);
    await sql`comment on column courriel.invitation is
      'An event as calendars write it (RFC 5545), joined to the mail; null: none'`.execute(base);
  },
};
