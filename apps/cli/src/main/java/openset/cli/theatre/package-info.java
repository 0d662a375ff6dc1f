/**
 * Opens the theatre of a demo world: gives it everybody's database and keys, which only the demo
 * command can, since there all participants run in one process over one folder. Start at {@link
 * openset.cli.theatre.TheatreStage}.
 */
package openset.cli.theatre;
