package org.jiceng.kit.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.jiceng.kit.problem.Problem;

/**
 * Where events may be sent: by https to public addresses, so that nobody reaches through us what
 * only we can reach. A name is resolved and judged again before every attempt, and the connection
 * goes to the address that was judged: a name that means another address later helps nobody.
 */
@ApplicationScoped
class Receivers {
  private final boolean plainHttp;
  private final List<Network> allowed;

  /** An address that may not be reached. */
  static final class NotAllowed extends Exception {
    private static final long serialVersionUID = 1L;

    NotAllowed() {
      super("address-not-allowed");
    }
  }

  @Inject
  Receivers(WebhooksConfig config) {
    this(config.plainHttp(), config.allowedNetworks().orElse(List.of()));
  }

  Receivers(boolean plainHttp, List<String> allowedNetworks) {
    this.plainHttp = plainHttp;
    this.allowed = allowedNetworks.stream().map(Network::parse).toList();
  }

  /** Refuses a URL that events cannot or may not be sent to (422, field {@code url}). */
  void require(String url) {
    URI uri = parse(url);
    try {
      addresses(uri);
    } catch (UnknownHostException e) {
      throw Problem.violation("url", "webhook-host");
    } catch (NotAllowed e) {
      throw Problem.violation("url", "webhook-address");
    }
  }

  /** The addresses of a receiver, each of which may be reached. */
  List<InetAddress> addresses(URI url) throws UnknownHostException, NotAllowed {
    List<InetAddress> found = List.of(InetAddress.getAllByName(url.getHost()));
    if (!found.stream().allMatch(this::mayReach)) {
      throw new NotAllowed();
    }
    return found;
  }

  private URI parse(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw Problem.violation("url", "webhook-url");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw Problem.violation("url", "webhook-url");
    }
    if (!"https".equals(uri.getScheme()) && !(plainHttp && "http".equals(uri.getScheme()))) {
      throw Problem.violation("url", "webhook-https");
    }
    return uri;
  }

  private boolean mayReach(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.has(address))
        || Network.NOT_PUBLIC.stream().noneMatch(network -> network.has(address));
  }
}
