/**
 * What runs in the browser, as files: the scripts and styles of wallet, shop, office and theatre.
 * Their sources are TypeScript and CSS beside this one; the Maven build bundles them.
 */
package openset.browser;
