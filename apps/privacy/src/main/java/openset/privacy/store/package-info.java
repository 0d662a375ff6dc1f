/** Reads whole databases as their owners do, and the purchases that are looked for. */
package openset.privacy.store;
