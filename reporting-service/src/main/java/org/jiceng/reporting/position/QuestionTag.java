package org.jiceng.reporting.position;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;

/** The entity tag of what is being asked, where the answer follows from the logs. */
@RequestScoped
class QuestionTag {
  private EntityTag tag;

  void is(EntityTag tag) {
    this.tag = tag;
  }

  Optional<EntityTag> tag() {
    return Optional.ofNullable(tag);
  }
}
