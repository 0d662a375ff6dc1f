/**
 * PostgreSQL: an embedded or existing server, one closed database for each participant,
 * transactions, the append-only journal, the outbox and the states of conversations. Never here:
 * what the stored bytes mean, any SET or money. Start with {@link openset.store.Database}.
 */
package openset.store;
