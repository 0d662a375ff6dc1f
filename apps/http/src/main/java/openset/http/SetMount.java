package openset.http;

import java.util.Set;

/**
 * SET messages at one path, by POST.
 *
 * @param path where
 * @param accepted the media types taken; any other is refused with status 415
 * @param endpoint who answers
 */
public record SetMount(PathTemplate path, Set<MediaType> accepted, SetEndpoint endpoint)
    implements Mount {
  public SetMount {
    accepted = Set.copyOf(accepted);
  }

  /** Purchase messages at a path, initiation included. */
  public static SetMount payment(String path, SetEndpoint endpoint) {
    return new SetMount(
        PathTemplate.of(path),
        Set.of(MediaType.SET_PAYMENT, MediaType.SET_PAYMENT_INITIATION),
        endpoint);
  }

  /** Certificate messages at a path, initiation included. */
  public static SetMount registration(String path, SetEndpoint endpoint) {
    return new SetMount(
        PathTemplate.of(path),
        Set.of(MediaType.SET_REGISTRATION, MediaType.SET_REGISTRATION_INITIATION),
        endpoint);
  }

  @Override
  public Method method() {
    return Method.POST;
  }
}
