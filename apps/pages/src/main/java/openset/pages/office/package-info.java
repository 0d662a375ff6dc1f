/**
 * A merchant's back office: orders and what may be done with them, certificates, webhooks, API
 * keys, people. Every page but signing in asks who is there and what they may do: {@link
 * openset.pages.office.Guard}. Start at {@link openset.pages.office.OfficePages}.
 */
package openset.pages.office;
