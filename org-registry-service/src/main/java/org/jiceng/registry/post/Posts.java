package org.jiceng.registry.post;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
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
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
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

  Page<PostView> page(
      UUID organizationId, PostKind kind, boolean vacant, LocalDate termEndsBy, PageRequest page) {
    StringBuilder query = new StringBuilder("abolishedOn is null");
    Parameters parameters = new Parameters();
    if (organizationId != null) {
      query.append(" and organizationId = :organization");
      parameters.and("organization", organizationId);
    }
    if (kind != null) {
      query.append(" and kind = :kind");
      parameters.and("kind", kind);
    }
    if (vacant) {
      query.append(" and appointmentId is null");
    }
    if (termEndsBy != null) {
      query.append(" and appointmentId is not null and termEndsOn <= :by");
      parameters.and("by", termEndsBy);
    }
    Optional<Cursor> after = page.cursor();
    if (after.isPresent()) {
      query.append(" and id > :after");
      parameters.and("after", after.get().uuid(0));
    }
    List<PostView> rows =
        find(query.toString(), Sort.by("id"), parameters).range(0, page.fetchSize() - 1).stream()
            .map(Post::view)
            .toList();
    return page.page(rows, post -> Cursor.of(post.id()));
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
    Post post = Post.create(UuidCreator.getTimeOrderedEpoch(), organizationId, kind, on);
    persistAndFlush(post);
    outbox.append(post.created(), on);
    audit.write("create", "post", post.id);
    return post.view();
  }

  PostView appoint(UUID id, UUID holderId, LocalDate termEndsOn, LocalDate effectiveOn) {
    Post post = held(id);
    LocalDate on = clock.pastOrToday(effectiveOn);
    UUID appointment = UuidCreator.getTimeOrderedEpoch();
    PostEvent event = post.appoint(appointment, holderId, on, termEndsOn);
    tables.change(
        """
        insert into appointment (id, post_id, holder_id, appointed_on, term_ends_on)
        values (?, ?, ?, ?, ?)""",
        appointment,
        id,
        holderId,
        on,
        termEndsOn);
    return keep(post, event, on, "appoint");
  }

  PostView vacate(UUID id, String reasonCode, LocalDate effectiveOn) {
    Post post = held(id);
    LocalDate on = clock.pastOrToday(effectiveOn);
    UUID appointment = post.appointmentId;
    PostEvent event = post.vacate(reasonCode, on);
    tables.change(
        "update appointment set ended_on = ?, reason_code = ? where id = ?",
        on,
        reasonCode,
        appointment);
    return keep(post, event, on, "vacate");
  }

  PostView abolish(UUID id, Closing closing) {
    Post post = held(id);
    LocalDate on = clock.pastOrToday(closing.effectiveOn());
    return keep(post, post.abolish(closing.reasonCode(), on), on, "abolish");
  }

  private Post held(UUID id) {
    Post post =
        Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(Problem::notFound);
    scopes.requireWithin(post.organizationId);
    preconditions.requireVersion(post.version);
    return post;
  }

  private PostView keep(Post post, PostEvent event, LocalDate on, String action) {
    flush();
    outbox.append(event, on);
    audit.write(action, "post", post.id);
    return post.view();
  }
}
