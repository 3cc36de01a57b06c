package org.jiceng.registry.post;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.PostKind;
import org.jiceng.events.RegistryEvent.PostEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Closing;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;

/** The posts and who holds them. */
@ApplicationScoped
public class Posts implements PanacheRepositoryBase<Post, UUID> {
  static final ProblemType ONE_SECRETARY = new ProblemType(409, "one-secretary");

  private final Tables tables;
  private final Named named;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Posts(
      Tables tables,
      Named named,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.tables = tables;
    this.named = named;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  PostView find(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound).view();
  }

  PostView create(UUID organizationId, PostKind kind, LocalDate effectiveOn) {
    scopes.requireWithin(organizationId);
    named.requireActiveOrganization("organizationId", organizationId);
    LocalDate on = clock.pastOrToday(effectiveOn);
    if (kind == PostKind.SECRETARY
        && count("organizationId = ?1 and kind = ?2 and abolishedOn is null", organizationId, kind)
            > 0) {
      throw new Problem(ONE_SECRETARY).at("kind");
    }
    return made(organizationId, kind, on).view();
  }

  PostView appoint(UUID id, UUID holderId, LocalDate termEndsOn, LocalDate effectiveOn) {
    Post post = held(id);
    fill(post, holderId, clock.pastOrToday(effectiveOn), termEndsOn);
    return post.view();
  }

  PostView vacate(UUID id, String reasonCode, LocalDate effectiveOn) {
    Post post = held(id);
    leave(post, reasonCode, clock.pastOrToday(effectiveOn));
    return post.view();
  }

  PostView abolish(UUID id, Closing closing) {
    Post post = held(id);
    LocalDate on = clock.pastOrToday(closing.effectiveOn());
    keep(post, post.abolish(closing.reasonCode(), on), on, "abolish");
    return post.view();
  }

  /** The posts that an organisation elects, held against other changes in one order. */
  List<Post> elected(UUID organizationId) {
    return find(
            "organizationId = ?1 and abolishedOn is null and kind in ?2",
            Sort.by("id"),
            organizationId,
            ElectedPosts.KINDS)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Takes a vacant post of the kind out of the given ones, or creates one. */
  Post free(List<Post> posts, UUID organizationId, PostKind kind, LocalDate on) {
    Optional<Post> vacant = posts.stream().filter(p -> p.kind == kind && !p.isHeld()).findFirst();
    vacant.ifPresent(posts::remove);
    return vacant.orElseGet(() -> made(organizationId, kind, on));
  }

  void fill(Post post, UUID holderId, LocalDate on, LocalDate termEndsOn) {
    UUID appointment = UuidCreator.getTimeOrderedEpoch();
    PostEvent event = post.appoint(appointment, holderId, on, termEndsOn);
    tables.change(
        """
        insert into appointment (id, post_id, holder_id, appointed_on, term_ends_on)
        values (?, ?, ?, ?, ?)""",
        appointment,
        post.id,
        holderId,
        on,
        termEndsOn);
    keep(post, event, on, "appoint");
  }

  void leave(Post post, String reasonCode, LocalDate on) {
    UUID appointment = post.appointmentId;
    PostEvent event = post.vacate(reasonCode, on);
    tables.change(
        "update appointment set ended_on = ?, reason_code = ? where id = ?",
        on,
        reasonCode,
        appointment);
    keep(post, event, on, "vacate");
  }

  private Post made(UUID organizationId, PostKind kind, LocalDate on) {
    Post post = Post.create(UuidCreator.getTimeOrderedEpoch(), organizationId, kind, on);
    persistAndFlush(post);
    outbox.append(post.created(), on);
    audit.write("create", "post", post.id);
    return post;
  }

  private Post held(UUID id) {
    Post post =
        Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(Problem::notFound);
    scopes.requireWithin(post.organizationId);
    preconditions.requireVersion(post.version);
    return post;
  }

  private void keep(Post post, PostEvent event, LocalDate on, String action) {
    flush();
    outbox.append(event, on);
    audit.write(action, "post", post.id);
  }
}
