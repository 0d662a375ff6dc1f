/**
 * Pages for people, in English and Chinese, light and dark, without a script as far as payment.
 *
 * <p>Templates are in {@code src/main/jte}; the build turns each into a class of the package that
 * its folder names, with typed parameters, and escapes every value by where it stands. Start
 * reading at {@link openset.pages.Frame}: what stands around every page.
 */
package openset.pages;
