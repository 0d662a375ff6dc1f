package openset.theatre.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.set.data.order.Offer;
import openset.set.message.MessageWrapper;
import openset.theatre.cast.Lane;
import openset.theatre.cast.Member;

/**
 * The messages of one purchase, opened one after another in the order in which they were made: a
 * key that one of them carries opens parts of later ones.
 */
public final class Script {
  private final Opener opener;

  /** A script for a purchase between {@code cast}, whose keys open what is sealed. */
  public Script(List<Member> cast) {
    this.opener = new Opener(cast);
  }

  /**
   * A SET message as segments, the first of which is itself.
   *
   * @throws openset.asn1.Asn1Exception where the octets are no message
   */
  public List<Segment> message(byte[] wrapper, Lane from, Lane to) {
    return SetTree.of(MessageWrapper.TYPE, wrapper, from, to, opener);
  }

  /** An offer as a segment. */
  public List<Segment> offer(byte[] der, Lane from, Lane to) {
    return SetTree.of(Offer.TYPE, der, from, to, opener);
  }

  /** The picture of a message between banks as a segment. */
  public List<Segment> host(byte[] picture, Lane from, Lane to) {
    return List.of(HostTree.of(picture, from, to));
  }

  /** The names of all certificates that came with messages so far, in no order. */
  public Set<IssuerAndSerialNumber> certificates() {
    return new HashSet<>(opener.certificates());
  }

  /** The certificates whose keys signed something so far, in no order. */
  public Set<IssuerAndSerialNumber> signers() {
    return new HashSet<>(opener.signers());
  }
}
