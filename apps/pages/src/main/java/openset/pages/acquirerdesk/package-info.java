/**
 * An acquirer's back office: merchants, traffic, fees, funding, chargebacks. Start at {@link
 * openset.pages.acquirerdesk.AcquirerOffice}.
 */
package openset.pages.acquirerdesk;
