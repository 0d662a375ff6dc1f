/**
 * The privacy meter as a page: who sees what of a purchase, measured when the page is asked for.
 * Start at {@link openset.pages.privacy.PrivacyPages}.
 */
package openset.pages.privacy;
