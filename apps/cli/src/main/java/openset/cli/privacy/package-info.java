/** The privacy meter over a demo world: whom it looks at, and how its measure is told. */
package openset.cli.privacy;
