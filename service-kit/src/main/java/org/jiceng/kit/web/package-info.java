/** What all resources share: pages, cursors, entity tags, idempotent POSTs, strict JSON. */
package org.jiceng.kit.web;
