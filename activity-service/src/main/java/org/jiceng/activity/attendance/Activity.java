package org.jiceng.activity.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityKind;

/** An activity that an organisation held on a business date. */
@Entity
@Table(name = "activity")
public class Activity {
  @Id
  @Column(name = "activity_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Enumerated(EnumType.STRING)
  ActivityKind kind;

  @Column(name = "held_on")
  LocalDate heldOn;

  @Version long version;

  protected Activity() {}

  static Activity held(UUID id, NewActivity wanted) {
    Activity activity = new Activity();
    activity.id = id;
    activity.organizationId = wanted.organizationId();
    activity.kind = wanted.kind();
    activity.heldOn = wanted.heldOn();
    return activity;
  }

  /** What others are told of a new one. */
  ActivityHeld held() {
    return new ActivityHeld(id, organizationId, kind);
  }
}
