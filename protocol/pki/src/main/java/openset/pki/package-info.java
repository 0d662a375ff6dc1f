/** X.509 profiles, CRLs, path validation and the CMS types SET needs. */
package openset.pki;
