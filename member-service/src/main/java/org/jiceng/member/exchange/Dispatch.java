package org.jiceng.member.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.webhook.Backoff;

/** Sends one message and does what the answer says, or puts it off. */
@ApplicationScoped
class Dispatch {
  private static final Logger LOG = Logger.getLogger(Dispatch.class);

  private final Districts districts;
  private final Messages messages;
  private final Answers answers;
  private final PeerClient client;
  private final ObjectMapper json;
  private final ExchangeConfig config;
  private final BusinessClock clock;

  Dispatch(
      Districts districts,
      Messages messages,
      Answers answers,
      PeerClient client,
      ObjectMapper json,
      ExchangeConfig config,
      BusinessClock clock) {
    this.districts = districts;
    this.messages = messages;
    this.answers = answers;
    this.client = client;
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  /** Whether the other district is there at all. */
  boolean send(Message message) throws InterruptedException {
    Optional<District> to = districts.find(message.peer());
    if (to.isEmpty()) {
      return putOff(message, Attempt.failed("district-unknown"));
    }
    byte[] body = messages.body(message);
    if (body == null) {
      return true; // it has become needless since it was listed
    }
    Attempt attempt = client.post(to.get(), message.kind().path(), message.id(), body);
    if (attempt.body().isEmpty()) {
      return putOff(message, attempt);
    }
    try {
      answers.take(message, word(message, body), answer(attempt.body().get()));
      return true;
    } catch (Problem rule) {
      return putOff(message, Attempt.refused(rule.reason()));
    } catch (IOException e) {
      return putOff(message, Attempt.refused("unreadable-answer"));
    }
  }

  private boolean putOff(Message message, Attempt attempt) {
    boolean dead = attempt.refused() && message.refusals() + 1 >= config.refusals();
    Instant next =
        clock
            .now()
            .plus(
                new Backoff(config.firstDelay(), config.longestDelay())
                    .after(message.attempts() + 1, ThreadLocalRandom.current()));
    messages.postpone(message, attempt.refused(), dead, attempt.failure(), next);
    LOG.debugf("message %s to %s: %s", message.id(), message.peer(), attempt);
    return attempt.refused();
  }

  private Answer answer(byte[] body) throws IOException {
    Answer answer = json.readValue(body, Answer.class);
    if (answer == null
        || answer.outcome() == null
        || (answer.outcome() == Answer.Outcome.RELEASED && answer.effectiveOn() == null)) {
      throw new IOException("not an answer");
    }
    return answer;
  }

  /** What an answer is about: of an offer as of any other message, the hand-over and the letter. */
  private Word word(Message message, byte[] body) throws IOException {
    var sent = json.readTree(body);
    if (sent == null) {
      throw new IOException("message " + message.id() + " is empty");
    }
    return new Word(
        UUID.fromString(sent.path("handover").asText()), sent.path("letter").asInt(), null);
  }
}
