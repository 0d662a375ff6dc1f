/** What the cardholder can show to others about a purchase. */
package openset.cardholder.evidence;
