/**
 * Lists that people sort, filter and leaf through, a page at a time, in SQL. Start with {@link
 * openset.store.listing.Listing}.
 */
package openset.store.listing;
