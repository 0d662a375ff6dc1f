package openset.gateway.batch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.conduct.Desk;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.RRPID;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchOperation;
import openset.set.message.BatchAdminReq;
import openset.set.message.PCertReq;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateBatchAdminRes;
import openset.set.treatment.gateway.CreatePCertRes;
import openset.set.treatment.gateway.MerchantParty;
import openset.set.treatment.gateway.ProcessBatchAdminReq;
import openset.set.treatment.gateway.ProcessPCertReq;
import openset.store.ConversationKey;

/**
 * The gateway towards its merchants, beside single purchases, as a pure function: each request is a
 * conversation of its own, answered at once.
 *
 * @param served for which cards the gateway works
 */
public record AdministrationDesk(Served served) implements Desk<Administered, Batches> {
  @Override
  public Asn1Type<Administered> stateType() {
    return Administered.TYPE;
  }

  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    RRPID rrpid =
        request
            .wrapper()
            .messageHeader()
            .rrpid()
            .orElseThrow(() -> new Refused(ErrorCode.unknownRRPID, "W-05"));
    return ConversationKey.of(rrpid.octets().bytes());
  }

  @Override
  public Step<Administered> step(
      Optional<Administered> state, Input input, Batches batches, Means means) throws Refused {
    if (!(input instanceof Input.Received received)) {
      throw new IllegalStateException("nobody is asked, and no order is taken");
    }
    return switch (received.wrapper().message()) {
      case BatchAdminReq request -> batch(received, request, batches, means);
      case PCertReq request -> certificates(received, request, means);
      default -> throw new Refused(ErrorCode.messageNotSupported, "W-08");
    };
  }

  private Step<Administered> batch(
      Input.Received received, BatchAdminReq request, Batches batches, Means means)
      throws Refused {
    OpeningCredential own = addressed(request, means);
    ProcessBatchAdminReq.Request asked =
        ProcessBatchAdminReq.process(received.wrapper(), request, own, means);
    Account account = Account.of(asked.merchant());
    CreateBatchAdminRes.Told told =
        new Administration(batches, account, served, means.now()).act(asked);
    BrandID brand = new BrandID(asked.merchant().signer().brand());
    SigningCredential signing = means.keys().signingFor(brand.name()).orElseThrow();
    Administered audit =
        new Administered(
            account.acquirer(),
            account.merchant(),
            serial(asked.merchant()),
            brand,
            what(asked),
            told.batchID().number(),
            told.bAStatus().name());
    List<Effect> effects = new ArrayList<>();
    effects.add(
        new Effect.Answer(
            asked.data().batchAdminRRTags().rrpid(),
            CreateBatchAdminRes.create(asked, told, signing, means)));
    broken(told.bAStatus(), audit.what())
        .map(rule -> new Effect.Refusal("BatchAdminReq", told.bAStatus().name(), rule))
        .ifPresent(effects::add);
    return new Step<>(audit, effects);
  }

  /** The rule whose breach a status tells. */
  private static Optional<String> broken(BAStatus status, String what) {
    return Optional.ofNullable(
        switch (status) {
          case success -> null;
          case batchAlreadyOpen, batchIDUnavailable -> "Batch-01";
          case brandNotSupported, unknownBIN -> "Batch-05";
          case unknownBatchID -> what.equals("purge") || what.equals("restore")
              ? "Batch-10"
              : "Batch-06";
          case brandBatchMismatch -> "Batch-07";
          case totalsOutOfBalance -> "Batch-09";
          case unknownStartingPoint, stopItemDetail -> "Batch-12";
          case unspecifiedFailure, unknownBatchOperation -> "Batch-08";
        });
  }

  private static String serial(MerchantParty merchant) {
    BigInteger number = merchant.signer().certificate().serialNumber();
    return number.toString(16);
  }

  private static String what(ProcessBatchAdminReq.Request asked) {
    if (asked.restores()) return "restore";
    return asked.data().batchOperation().map(BatchOperation::name).orElse("look");
  }

  private static OpeningCredential addressed(BatchAdminReq request, Means means)
      throws Refused {
    for (OpeningCredential own : means.keys().opening()) {
      if (request.enc().isFor(own)) return own;
    }
    throw new Refused(ErrorCode.decodingFailure, "OP-33");
  }

  private Step<Administered> certificates(
      Input.Received received, PCertReq request, Means means) throws Refused {
    ProcessPCertReq.Request asked =
        ProcessPCertReq.process(received.wrapper(), request, means);
    Administered audit =
        new Administered(
            asked.merchant().acquirerBin(),
            asked.merchant().id(),
            asked.signer().toString(16),
            asked.brandID(),
            "certificates",
            0,
            "success");
    return Step.to(
        audit,
        new Effect.Answer(
            asked.data().pCertRRTags().rrpid(),
            CreatePCertRes.create(asked, served::of, means)));
  }
}
