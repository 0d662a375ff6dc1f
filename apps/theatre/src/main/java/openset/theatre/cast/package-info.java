/** Who plays: the kinds of participant, and what of each the theatre of a demo world is given. */
package openset.theatre.cast;
