/** The TypeScript of apps/browser held to vectors/ and to the Java code, in a real browser. */
package openset.checks.browser;
