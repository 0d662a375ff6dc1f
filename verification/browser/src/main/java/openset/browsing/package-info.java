/**
 * Pages as people use them: a real Chromium against a world of real participants.
 *
 * <p>A test class takes {@code InBrowser}; a {@code Guest} is one person with a browser of their
 * own, in a language, at a size, in a light: their {@code Scene}. {@code TownSquare} is the world,
 * started once for all tests. Pictures of all pages are kept in {@code target/screenshots}.
 */
package openset.browsing;
