/**
 * What the theatre reads: the participants' own journals, orders and ledgers, never changed; and
 * the one table it keeps itself, pictures of what passed between banks.
 */
package openset.theatre.store;
