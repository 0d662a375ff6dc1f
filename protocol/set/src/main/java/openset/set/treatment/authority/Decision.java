package openset.set.treatment.authority;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.pki.Certificate;
import openset.set.data.Nonce;
import openset.set.data.registration.CAMsg;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;

/** What an authority answers to a request for certificates. */
public sealed interface Decision {
  /**
   * The certificates, signature first.
   *
   * @param nonceCCA to a cardholder: the CCA's half of what hides the account
   */
  record Issued(
      List<Certificate> certificates, Optional<Nonce> nonceCCA, Optional<CAMsg> message)
      implements Decision {
    /** Copies the list. */
    public Issued {
      certificates = List.copyOf(certificates);
      if (certificates.isEmpty()) throw new IllegalArgumentException("nothing issued");
    }

    /** A cardholder's certificate with the account {@code blinding} hid in it. */
    public static Issued card(
        Certificate certificate, Blinding blinding, Optional<CAMsg> message) {
      return new Issued(List.of(certificate), Optional.of(blinding.nonceCCA()), message);
    }

    /** A merchant's or gateway's certificates. */
    public static Issued others(List<Certificate> certificates) {
      return new Issued(certificates, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Not decided yet; the end entity asks again.
   *
   * @param status requestPended or requestInProgress
   */
  record Pending(CertStatusCode status, Optional<String> eeMessage) implements Decision {
    /** Refuses any other status. */
    public Pending {
      if (!PENDING.contains(status)) throw new IllegalArgumentException("not pending: " + status);
    }
  }

  /**
   * No certificate.
   *
   * @param eeMessage for a person to read, at most 128 characters
   * @param failed fields of the form that will not do
   */
  record Rejected(CertStatusCode status, Optional<String> eeMessage, List<FailedItem> failed)
      implements Decision {
    /** Refuses a status that is no rejection. */
    public Rejected {
      failed = List.copyOf(failed);
      if (status == CertStatusCode.requestComplete || PENDING.contains(status)) {
        throw new IllegalArgumentException("no rejection: " + status);
      }
    }

    /** For this reason, without another word. */
    public static Rejected of(CertStatusCode status) {
      return new Rejected(status, Optional.empty(), List.of());
    }

    /** As the request could not be proved. */
    public static Rejected of(ProcessCertReq.Outcome.NotProved outcome) {
      return new Rejected(outcome.status(), Optional.empty(), outcome.failed());
    }
  }

  /** The two statuses of a request that is not decided. */
  Set<CertStatusCode> PENDING =
      Set.of(CertStatusCode.requestPended, CertStatusCode.requestInProgress);
}
