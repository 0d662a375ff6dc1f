package openset.issuer.decision;

import openset.iso8583.host.ResponseCode;

/** Why an authorization is not approved: what the network is told, and what people read. */
public interface Objection {
  /** What the network is told (ISO 8583:1987 element 39). */
  ResponseCode code();

  /** The reason as it is kept with the authorization. */
  String kept();

  /** The reason as the bank's people read it. */
  String words();
}
