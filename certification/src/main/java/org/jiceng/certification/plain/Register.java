package org.jiceng.certification.plain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.events.RegistryEvent.FindingOpened;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.PostCreated;
import org.jiceng.events.RegistryEvent.PostFilled;
import org.jiceng.events.RegistryEvent.PostVacated;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.RegistryEvent.UnitUncovered;
import org.jiceng.events.Sector;
import org.jiceng.events.UnitKind;

/** Organisations, posts, units and findings. */
final class Register extends Things {
  private final Map<UUID, PostCreated> posts = new HashMap<>();

  @Override
  void happened(RecordedEvent event) {
    if (event.data() instanceof OrganizationEstablished e) {
      put("organization", e.organizationId(), e.organizationId(), null);
      boolean twoNew =
          e.sector() == Sector.NON_PUBLIC_ENTERPRISE || e.sector() == Sector.SOCIAL_ORGANIZATION;
      if (twoNew && e.foundedBy() != null) {
        put("founded", e.organizationId(), e.foundedBy(), null);
      }
    } else if (event.data() instanceof OrganizationDissolved e) {
      remove("organization", e.organizationId());
      remove("founded", e.organizationId());
    } else if (event.data() instanceof PostCreated e) {
      posts.put(e.postId(), e);
    } else if (event.data() instanceof PostFilled e) {
      PostCreated post = posts.get(e.postId());
      put("post " + post.kind(), e.postId(), post.organizationId(), null);
    } else if (event.data() instanceof PostVacated e) {
      remove("post " + posts.get(e.postId()).kind(), e.postId());
    } else if (event.data() instanceof FindingOpened e) {
      put("finding", e.findingId(), e.organizationId(), e.areaCode());
    } else if (event.data() instanceof FindingClosed e) {
      remove("finding", e.findingId());
    } else {
      unit(event);
    }
  }

  private void unit(RecordedEvent event) {
    if (event.data() instanceof UnitRegistered e) {
      lies(e.unitId(), e.kind(), e.areaCode());
    } else if (event.data() instanceof UnitChanged e) {
      gone(e.unitId());
      lies(e.unitId(), e.kind(), e.areaCode());
      Thing cover = get("covered unit", e.unitId());
      if (cover != null) {
        put("covered unit", e.unitId(), cover.organization(), e.areaCode());
      }
    } else if (event.data() instanceof UnitCovered e) {
      put("covered unit", e.unitId(), e.organizationId(), get("unit", e.unitId()).area());
    } else if (event.data() instanceof UnitUncovered e) {
      remove("covered unit", e.unitId());
    } else if (event.data() instanceof UnitClosed e) {
      gone(e.unitId());
      remove("covered unit", e.unitId());
    }
  }

  private void lies(UUID unit, UnitKind kind, String area) {
    put("unit", unit, null, area);
    put("unit " + kind, unit, null, area);
  }

  private void gone(UUID unit) {
    remove("unit", unit);
    for (UnitKind kind : UnitKind.values()) {
      remove("unit " + kind, unit);
    }
  }
}
