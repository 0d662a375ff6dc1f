package openset.gateway.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.gateway.host.HostRequest;
import openset.set.Refused;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.capture.CapResItem;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.message.CapReq;
import openset.set.message.CapRevOrCredReq;
import openset.set.message.MessageWrapper;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateCapRes;
import openset.set.treatment.gateway.CreateCapRevOrCredRes;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq;
import openset.store.ConversationKey;

/** Hands the items of a request about several authorizations to their purchases, and answers. */
record SeveralDesk(Means means) {
  Step<Purchase> take(Input.Received received, CapReq request) throws Refused {
    ProcessCapReq.Asked asked =
        ProcessCapReq.process(
            received.wrapper(),
            request,
            Keys.addressed(request.encB().sealed(), means),
            means);
    Authorization.Caller caller = Authorization.Caller.of(asked.merchant());
    Handed handed = new Handed();
    for (ProcessCapReq.Item one : asked.items()) {
      switch (one) {
        case ProcessCapReq.Item.NotProved(var item, var code, var rule) ->
            handed.refused(
                item.authRRPID(),
                Der.of(CapResItem.TYPE.encode(CreateCapRes.not(item, code))),
                Captures.refusal(new ProcessCapReq.Not(code, rule)));
        case ProcessCapReq.Item.Proved(var item, var token) -> {
          Several.Claim claim =
              new Several.Claim(
                  caller.at(handed.place()), asked.capRRTags(), item, token.authAmt());
          handed.told(
              item.authRRPID(),
              tell(
                  item.transIDs().xid(),
                  Several.CAPTURE,
                  Der.of(Several.Claim.TYPE.encode(claim))));
        }
      }
    }
    return next(
        new Several(caller, Several.Kind.CAP, asked.capRRTags(), handed.slots()),
        handed.effects());
  }

  /** What becomes of the items of a request: told to their purchases, or refused at once. */
  private record Handed(List<Several.Slot> slots, List<Effect> effects) {
    Handed() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    /** The place of the next item, from 1. */
    int place() {
      return slots.size() + 1;
    }

    void told(RRPID authRRPID, Effect tell) {
      slots.add(new Several.Slot(authRRPID, Optional.empty()));
      effects.add(tell);
    }

    void refused(RRPID authRRPID, Der outcome, Effect refusal) {
      slots.add(new Several.Slot(authRRPID, Optional.of(outcome)));
      effects.add(refusal);
    }
  }

  Step<Purchase> take(Input.Received received, CapRevOrCredReq request) throws Refused {
    ProcessCapRevOrCredReq.Request asked =
        ProcessCapRevOrCredReq.process(
            received.wrapper(),
            request,
            Keys.addressed(request.encB().sealed(), means),
            means);
    Authorization.Caller caller = Authorization.Caller.of(asked.merchant());
    Handed handed = new Handed();
    for (ProcessCapRevOrCredReq.Item one : asked.items()) {
      GoneBack.Going going =
          new GoneBack.Going(
              caller.at(handed.place()),
              asked.kind(),
              asked.tags(),
              one.item(),
              HostRequest.key(asked.tags().rrpid(), handed.place()));
      if (one instanceof ProcessCapRevOrCredReq.Item.NotProved not) {
        handed.refused(
            one.item().authRRPID(),
            Der.of(CapRevOrCredResItem.TYPE.encode(Credits.not(going, not.not().code()))),
            Credits.refusal(not.not()));
      } else {
        handed.told(
            one.item().authRRPID(),
            tell(
                one.item().transIDs().xid(),
                Several.GO_BACK,
                Der.of(GoneBack.Going.TYPE.encode(going))));
      }
    }
    return next(
        new Several(caller, kind(asked.kind()), asked.tags(), handed.slots()),
        handed.effects());
  }

  private static Effect tell(XID xid, String order, Der details) {
    return new Effect.Tell(ConversationKey.of(xid.octets().bytes()), order, details);
  }

  private static Several.Kind kind(CapRevOrCred kind) {
    return switch (kind) {
      case CAP_REV -> Several.Kind.CAP_REV;
      case CRED -> Several.Kind.CRED;
      case CRED_REV -> Several.Kind.CRED_REV;
    };
  }

  /** A purchase says what became of its item. */
  Step<Purchase> reported(Several several, Der report) throws Refused {
    return next(
        switch (several.kind()) {
          case CAP ->
              several.with(CapResItem.TYPE.decode(report.bytes()).authRRPID(), report);
          case CAP_REV, CRED, CRED_REV ->
              several.with(CapRevOrCredResItem.TYPE.decode(report.bytes()).authRRPID(), report);
        },
        new ArrayList<>());
  }

  private Step<Purchase> next(Several several, List<Effect> effects) throws Refused {
    if (several.isDone()) {
      effects.add(new Effect.Answer(several.tags().rrpid(), answer(several)));
    }
    return new Step<>(Purchase.of(several), effects);
  }

  private MessageWrapper answer(Several several) throws Refused {
    return switch (several.kind()) {
      case CAP ->
          CreateCapRes.create(
              new CreateCapRes.To(
                  several.tags(), Keys.recipient(several.caller(), means)),
              several.outcomes(CapResItem.TYPE),
              Keys.with(several.caller().brandID(), means).signing(),
              means);
      case CAP_REV -> answer(several, CapRevOrCred.CAP_REV);
      case CRED -> answer(several, CapRevOrCred.CRED);
      case CRED_REV -> answer(several, CapRevOrCred.CRED_REV);
    };
  }

  private MessageWrapper answer(Several several, CapRevOrCred kind) throws Refused {
    return CreateCapRevOrCredRes.create(
        new CreateCapRevOrCredRes.To(
            kind, several.tags(), Keys.recipient(several.caller(), means)),
        several.outcomes(CapRevOrCredResItem.TYPE),
        Keys.with(several.caller().brandID(), means).signing(),
        means);
  }
}
