package openset.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import openset.http.json.Json;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.http.keys.Presented;
import openset.http.once.AnswerStore;
import openset.http.once.Claim;
import openset.http.once.KeptAnswer;
import openset.http.once.RequestDigest;
import openset.http.once.RequestKey;

/** Finds what is mounted at a request's path and has it answer. */
final class Routes {
  private final List<Mount> mounts;
  private final InstantSource clock;

  Routes(List<Mount> mounts, InstantSource clock) {
    this.mounts = List.copyOf(mounts);
    this.clock = clock;
    for (int i = 0; i < mounts.size(); i++) {
      for (Mount other : mounts.subList(i + 1, mounts.size())) {
        Mount mount = mounts.get(i);
        if (mount.path().equals(other.path()) && mount.method() == other.method()) {
          throw new IllegalArgumentException("mounted twice: " + mount.path());
        }
      }
    }
  }

  Answer answer(Request request) throws HttpRefused {
    TreeSet<String> methods = new TreeSet<>();
    for (Mount mount : mounts) {
      Optional<Map<String, String>> names = mount.path().match(request.path());
      if (names.isPresent() && fits(mount, request)) {
        Answer answer = answer(mount, names.get(), request);
        return mount.isForAllOrigins() ? answer.forAllOrigins() : answer;
      }
      names.ifPresent(fits -> methods.add(mount.method().name()));
    }
    if (methods.isEmpty()) {
      return lost(request).orElseThrow(HttpRefused::notFound);
    }
    if (request.method().equals("OPTIONS") && isOpen(request)) {
      return preflight(methods);
    }
    return Answer.problem(405, "http.method", "").with("Allow", String.join(", ", methods));
  }

  /** Says kindly to a person that there is nothing, where the site has words for it. */
  private Optional<Answer> lost(Request request) throws HttpRefused {
    String accepted = request.field().apply("Accept").orElse("");
    if (!accepted.contains("text/html")) return Optional.empty();
    for (Mount mount : mounts) {
      if (mount instanceof PageRoute page
          && mount.path().equals(PathTemplate.LOST)
          && fits(mount, request)) {
        return Optional.of(page.answer(Map.of(), request));
      }
    }
    return Optional.empty();
  }

  /** Whoever answers GET answers HEAD too; the body is left out where it is sent. */
  private static boolean fits(Mount mount, Request request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return mount.method().name().equals(method);
  }

  private boolean isOpen(Request request) {
    return mounts.stream()
        .filter(mount -> mount.path().match(request.path()).isPresent())
        .allMatch(Mount::isForAllOrigins);
  }

  /** Answers a browser that asks before it sends (Fetch, CORS-preflight request). */
  private static Answer preflight(Set<String> methods) {
    return Answer.of(204, MediaType.JSON, new byte[0])
        .forAllOrigins()
        .with("Access-Control-Allow-Methods", String.join(", ", methods))
        .with("Access-Control-Allow-Headers", "Content-Type")
        .with("Access-Control-Max-Age", "600");
  }

  private Answer answer(Mount mount, Map<String, String> names, Request request)
      throws HttpRefused {
    return switch (mount) {
      case SetMount set -> set(set, request);
      case Resource resource -> resource(resource, names, request);
      case JsonRoute<?, ?> route -> json(route, names, request);
      case PageRoute page -> page.answer(names, request);
      case AssetMount assets -> assets.answer(names, request);
      case EventRoute events -> events.answer(names, request);
    };
  }

  private static Answer set(SetMount mount, Request request) throws HttpRefused {
    MediaType type = request.mediaType().filter(mount.accepted()::contains).orElseThrow(
        () -> new HttpRefused(415, "http.type", "takes " + names(mount)));
    byte[] answer = mount.endpoint().receive(request.peer(), type, request.body());
    return Answer.of(answer.length == 0 ? 204 : 200, type.answer(), answer);
  }

  private static String names(SetMount mount) {
    TreeSet<String> names = new TreeSet<>();
    mount.accepted().forEach(type -> names.add(type.name()));
    return String.join(", ", names);
  }

  private static Answer resource(Resource resource, Map<String, String> names, Request request)
      throws HttpRefused {
    if (resource.keys().isPresent()) peer(resource.keys(), request, request.body());
    Resource.Octets found =
        resource.source().find(names).orElseThrow(HttpRefused::notFound);
    return Answer.of(200, found.type(), found.bytes());
  }

  private <I, O> Answer json(JsonRoute<I, O> route, Map<String, String> names, Request request)
      throws HttpRefused {
    byte[] body = request.body();
    Peer peer = peer(route.keys(), request, body);
    I input = input(route, request, body);
    Call<I> call = new Call<>(peer, names, request.query(), input);
    if (route.once().isEmpty()) {
      return call(route, call);
    }
    String client = peer.client().map(ClientName::name).orElse("");
    String key =
        request
            .field()
            .apply("Idempotency-Key")
            .filter(RequestKey::isWellFormed)
            .orElseThrow(() -> new HttpRefused(400, "http.idempotency-key", "needs one"));
    RequestKey name = new RequestKey(client, request.method() + " " + request.path(), key);
    return once(route, call, name, RequestDigest.of(body));
  }

  private static Peer peer(Optional<ApiKeys> accepted, Request request, byte[] body)
      throws HttpRefused {
    if (accepted.isEmpty()) {
      return request.peer();
    }
    Presented presented =
        new Presented(
            request.method(),
            request.target(),
            request.field().apply("Idempotency-Key"),
            request.field().apply("Authorization"),
            body);
    ApiKeys keys = accepted.get();
    ClientName client =
        keys.prove(presented).orElseThrow(() -> new HttpRefused(401, "http.key", ""));
    if (!keys.permits(client)) {
      throw new HttpRefused(403, "http.right", "This key may not do that.");
    }
    return request.peer().named(client);
  }

  private static <I> I input(JsonRoute<I, ?> route, Request request, byte[] body)
      throws HttpRefused {
    if (route.input() == Call.None.class) {
      if (body.length != 0) {
        throw new HttpRefused(400, "http.json", "takes no body");
      }
      return route.input().cast(Call.None.NONE);
    }
    if (!request.mediaType().equals(Optional.of(MediaType.JSON))) {
      throw new HttpRefused(415, "http.type", "takes " + MediaType.JSON);
    }
    try {
      return Json.read(route.input(), body);
    } catch (Json.Malformed e) {
      throw new HttpRefused(400, "http.json", e.getMessage());
    }
  }

  private static <I, O> Answer call(JsonRoute<I, O> route, Call<I> call) throws HttpRefused {
    O output = route.handler().answer(call);
    return output instanceof Call.None
        ? Answer.of(204, MediaType.JSON, new byte[0])
        : Answer.of(route.status(), MediaType.JSON, Json.write(output));
  }

  private <I, O> Answer once(
      JsonRoute<I, O> route, Call<I> call, RequestKey key, RequestDigest digest)
      throws HttpRefused {
    AnswerStore store = route.once().orElseThrow();
    return switch (store.claim(key, digest, clock.instant())) {
      case Claim.First _ -> first(route, call, key);
      case Claim.Done(KeptAnswer kept) ->
          Answer.of(kept.status(), new MediaType(kept.type()), kept.body())
              .with("Idempotent-Replayed", "true");
      case Claim.InProgress _ ->
          Answer.problem(409, "http.idempotency-key", "the same request is being worked on")
              .with("Retry-After", "1");
      case Claim.OtherRequest _ ->
          throw new HttpRefused(
              422, "http.idempotency-key", "this key was used for another request");
    };
  }

  private <I, O> Answer first(JsonRoute<I, O> route, Call<I> call, RequestKey key) {
    AnswerStore store = route.once().orElseThrow();
    boolean decided = false;
    try {
      Answer answer = refusedOr(route, call);
      decided = answer.status() < 500;
      if (decided) {
        store.complete(
            key, new KeptAnswer(answer.status(), answer.type(), answer.body()));
      }
      return answer;
    } finally {
      if (!decided) {
        store.abandon(key);
      }
    }
  }

  private static <I, O> Answer refusedOr(JsonRoute<I, O> route, Call<I> call) {
    try {
      return call(route, call);
    } catch (HttpRefused refused) {
      return Answer.problem(refused.problem());
    }
  }
}
