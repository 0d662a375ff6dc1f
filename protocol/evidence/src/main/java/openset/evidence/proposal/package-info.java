/** What to do about a dispute, proposed from what a bundle proves; a person or a rule decides. */
package openset.evidence.proposal;
