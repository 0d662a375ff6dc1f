/**
 * The wallet's own tables and their SQL. What they show follows from the conversations beside them;
 * both change in one transaction.
 */
package openset.cardholder.store;
