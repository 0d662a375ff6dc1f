/**
 * The theatre of a demo world: a page on which anybody watches a purchase, message by message. It
 * reads everybody's databases with everybody's keys, which is possible nowhere but in a demo world;
 * participants that are run one by one have none. Start at {@link openset.theatre.Theatre}.
 */
package openset.theatre;
