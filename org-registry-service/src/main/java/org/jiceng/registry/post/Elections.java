package org.jiceng.registry.post;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Tables;

/** Holds elections: in one transaction those who were elected before go and the new ones come. */
@ApplicationScoped
class Elections {
  private static final String REASON = "ELECTION";

  /** Held until the end, so that two elections of one organisation come one after the other. */
  private static final String HOLD = "select 1 from organization where id = ? for no key update";

  private static final String ELECTORATE =
      """
      select o.type, o.state = 'ACTIVE', o.established_on,
             (select max(effective_on) from election e where e.organization_id = o.id)
        from organization o where o.id = ?""";

  private final Posts posts;
  private final Tables tables;
  private final Scopes scopes;
  private final TermPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Elections(
      Posts posts,
      Tables tables,
      Scopes scopes,
      TermPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.posts = posts;
    this.tables = tables;
    this.scopes = scopes;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  ElectionView hold(UUID organizationId, NewElection wanted) {
    scopes.requireWithin(organizationId);
    Election election =
        Election.hold(
            UuidCreator.getTimeOrderedEpoch(),
            electorate(organizationId),
            wanted,
            policy,
            clock.today());
    LocalDate on = election.effectiveOn();
    List<Post> free = new ArrayList<>(posts.elected(organizationId));
    free.stream().filter(Post::isHeld).forEach(post -> posts.leave(post, REASON, on));
    List<ElectionView.Result> results = new ArrayList<>();
    for (NewElection.Elected elected : wanted.results()) {
      Post post = posts.free(free, organizationId, elected.kind(), on);
      posts.fill(post, elected.holderId(), on, election.termEndsOn());
      results.add(
          new ElectionView.Result(elected.kind(), elected.holderId(), post.id, post.appointmentId));
    }
    keep(election, results);
    return new ElectionView(
        election.id(), organizationId, election.heldOn(), on, election.termEndsOn(), results);
  }

  /** The lock comes first, in a statement of its own, so that what is read after it is the last. */
  private Election.Electorate electorate(UUID id) {
    if (!tables.any(HOLD, id)) {
      throw Problem.notFound();
    }
    return tables
        .one(
            ELECTORATE,
            row ->
                new Election.Electorate(
                    id,
                    OrganizationType.valueOf(row.getString(1)),
                    row.getBoolean(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class)),
            id)
        .orElseThrow(Problem::notFound);
  }

  private void keep(Election election, List<ElectionView.Result> results) {
    tables.change(
        """
        insert into election (id, organization_id, held_on, effective_on, term_ends_on, recorded_at)
        values (?, ?, ?, ?, ?, ?)""",
        election.id(),
        election.organizationId(),
        election.heldOn(),
        election.effectiveOn(),
        election.termEndsOn(),
        OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
    for (int nth = 0; nth < results.size(); nth++) {
      ElectionView.Result result = results.get(nth);
      tables.change(
          """
          insert into election_result (election_id, nth, kind, holder_id, post_id, appointment_id)
          values (?, ?, ?, ?, ?, ?)""",
          election.id(),
          nth,
          result.kind(),
          result.holderId(),
          result.postId(),
          result.appointmentId());
    }
    outbox.append(election.held(), election.effectiveOn());
    audit.write("hold", "election", election.id());
  }
}
