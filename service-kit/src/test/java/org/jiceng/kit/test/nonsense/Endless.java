package org.jiceng.kit.test.nonsense;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of a stream of events has no end to wait for: it is left as soon as it begins. */
final class Endless implements BodySubscriber<byte[]> {
  static final BodyHandler<byte[]> OR_WHOLE =
      head -> isStream(head) ? new Endless() : BodySubscribers.ofByteArray();

  private static boolean isStream(ResponseInfo head) {
    return head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return CompletableFuture.completedFuture(new byte[0]);
  }

  @Override
  public void onSubscribe(Flow.Subscription body) {
    body.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {}

  @Override
  public void onError(Throwable fault) {}

  @Override
  public void onComplete() {}
}
