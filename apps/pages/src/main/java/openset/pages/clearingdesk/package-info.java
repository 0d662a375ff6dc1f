/**
 * A clearing house's back office: cycles, positions, breaks, settlement files. Start at {@link
 * openset.pages.clearingdesk.ClearingOffice}.
 */
package openset.pages.clearingdesk;
