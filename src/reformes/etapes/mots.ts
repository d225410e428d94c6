/** What a comment is about when it is about no reform in particular. */
export const ENSEMBLE = 'L’ensemble du territoire';
