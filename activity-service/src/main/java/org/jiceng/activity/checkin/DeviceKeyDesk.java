package org.jiceng.activity.checkin;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.DeviceKeyRegistered;
import org.jiceng.events.ActivityEvent.DeviceKeyRevoked;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/** Where a member, signed in on a phone, makes that phone's key known, and takes keys back. */
@ApplicationScoped
class DeviceKeyDesk {
  private static final String RECORD = "device-key";
  private static final String DIGEST = "SHA-256";

  private final DeviceKeys keys;
  private final CheckInPolicy policy;
  private final Caller caller;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  DeviceKeyDesk(
      DeviceKeys keys,
      CheckInPolicy policy,
      Caller caller,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.keys = keys;
    this.policy = policy;
    this.caller = caller;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** A key that is mine already is answered as it is; one that was anybody's is refused. */
  DeviceKey register(PublicKeyForm form) {
    UUID me = me();
    EllipticCurveJsonWebKey key = form.key();
    String thumbprint = key.calculateBase64urlEncodedThumbprint(DIGEST);
    keys.hold(me);
    List<DeviceKey> mine = keys.of(me).stream().filter(k -> k.revokedAt() == null).toList();
    Optional<DeviceKey> known =
        mine.stream().filter(k -> k.thumbprint().equals(thumbprint)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    if (mine.size() >= policy.phones()) {
      throw new Problem(CheckInProblems.TOO_MANY_KEYS, policy.phones());
    }
    return add(me, thumbprint, key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
  }

  private DeviceKey add(UUID me, String thumbprint, String jwk) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    var now = clock.now().truncatedTo(ChronoUnit.MICROS);
    DeviceKey added = new DeviceKey(id, me, thumbprint, jwk, now, null);
    if (!keys.add(added)) {
      throw new Problem(CheckInProblems.KEY_TAKEN);
    }
    outbox.append(new DeviceKeyRegistered(id, me), clock.today());
    audit.write("register", RECORD, id);
    return added;
  }

  List<DeviceKey> mine() {
    return keys.of(me());
  }

  /** What that phone signs from now on counts no more. */
  DeviceKey revoke(UUID id) {
    UUID me = me();
    DeviceKey found = keys.find(id, me).orElseThrow(Problem::notFound);
    if (keys.revoke(found.id(), clock.now())) {
      outbox.append(new DeviceKeyRevoked(id, me), clock.today());
      audit.write("revoke", RECORD, id);
    }
    return keys.find(id, me).orElseThrow();
  }

  private UUID me() {
    return caller.memberId().orElseThrow(Problem::notFound);
  }
}
