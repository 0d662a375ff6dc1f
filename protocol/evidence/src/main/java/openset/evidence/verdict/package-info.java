/**
 * What an evidence bundle proves, offline, to somebody who holds nothing but the root certificate:
 * findings, one for each claim, in words and as data ({@code spec/evidence.md}).
 */
package openset.evidence.verdict;
