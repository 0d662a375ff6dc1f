/**
 * Stories of what happens to money after and beside a plain purchase, each told between all
 * participants of a world: the command {@code scenario}. Start at {@link
 * openset.cli.scenario.Scenario}.
 */
package openset.cli.scenario;
