/** Pictures of what the shops sell, drawn for this project as SVG. */
package openset.pages.shop.picture;
