/**
 * A merchant's back office: orders and what may be done with them, certificates, webhooks, API
 * keys. Its door, its people and its frame are those of all offices: {@link openset.pages.desk}.
 * Start at {@link openset.pages.office.OfficePages}.
 */
package openset.pages.office;
