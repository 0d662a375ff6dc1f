/** PostgreSQL: transactions, journal, outbox, migrations, the embedded server. */
package openset.store;
