/**
 * What people see in a browser: a {@link openset.http.page.Visit} comes in, a {@link
 * openset.http.page.Page} goes out, under a {@link openset.http.page.PagePolicy} that says what the
 * page may load and run. Mounted by {@code PageRoute}, {@code EventRoute} and {@code AssetMount} of
 * {@code openset.http}.
 */
package openset.http.page;
