package org.jiceng.registry.reorganization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.registry.Tables;
import org.jiceng.registry.organization.Holdings;

/** The reorganisations, who took part with what, and what came out of what. */
@ApplicationScoped
class ReorganizationStore {
  private static final List<String> FOLLOWERS = List.of("member", "activity");
  private static final String PART =
      """
      insert into reorganization_part (reorganization_id, organization_id, role, held)
      values (?, ?, ?, ?::jsonb)""";
  private static final String STEP =
      "insert into reorganization_step (reorganization_id, service) values (?, ?)";
  private static final String LINEAGE =
      """
      insert into organization_lineage (predecessor_id, successor_id, reorganization_id, effective_on)
      values (?, ?, ?, ?)""";
  private static final String DUE =
      """
      select id from reorganization where state = 'PLANNED' and effective_on <= ?1
       order by effective_on, id""";

  private final EntityManager entities;
  private final Tables tables;
  private final ObjectMapper json;

  ReorganizationStore(EntityManager entities, Tables tables, ObjectMapper json) {
    this.entities = entities;
    this.tables = tables;
    this.json = json;
  }

  void add(Reorganization reorganization) {
    entities.persist(reorganization);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  /** The reorganisation, held against other changes; 404 if there is none. */
  Reorganization held(UUID id) {
    return Optional.ofNullable(
            entities.find(Reorganization.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(Problem::notFound);
  }

  /** The planned ones whose day has come. */
  List<UUID> due(LocalDate today) {
    return entities.createNativeQuery(DUE, UUID.class).setParameter(1, today).getResultList();
  }

  /** Who takes part in a planned one, as far as they are there. */
  void keepParts(UUID id, Plan plan) {
    plan.sources().forEach(source -> tables.change(PART, id, source, "SOURCE", null));
    plan.parts().stream()
        .filter(part -> part.organizationId() != null)
        .forEach(part -> tables.change(PART, id, part.organizationId(), "DESTINATION", null));
  }

  /** What was done, who took part with what, and whom it now waits for. */
  void keep(UUID id, Plan plan, Undertaking.Done done, LocalDate on) {
    tables.change("delete from reorganization_part where reorganization_id = ?", id);
    for (UUID source : plan.sources()) {
      tables.change(PART, id, source, "SOURCE", write(done.before().get(source)));
    }
    for (UUID destination : done.destinations()) {
      tables.change(PART, id, destination, "DESTINATION", write(done.before().get(destination)));
    }
    FOLLOWERS.forEach(service -> tables.change(STEP, id, service));
    for (UUID source : plan.sources()) {
      for (UUID destination : done.destinations()) {
        if (!destination.equals(source)) {
          tables.change(LINEAGE, source, destination, id, on);
        }
      }
    }
  }

  private String write(Holdings holdings) {
    return write((Object) holdings.counts());
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Plan plan(Reorganization reorganization) {
    try {
      return json.readValue(reorganization.plan, Plan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the plan is not what was written", e);
    }
  }
}
