/**
 * What every service would otherwise write again: outbox, inbox, problems, scope, audit, imports.
 */
package org.jiceng.kit;
