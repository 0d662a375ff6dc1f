/**
 * Purchases as plays: which messages belong to one, in which order and scene, opened, and what each
 * participant could know after each of them. Start at {@link openset.theatre.play.Repertoire}.
 */
package openset.theatre.play;
