/** What the shop hands out as files: small books in EPUB. */
package openset.pages.shop.edition;
